// preview: without elements there is no picture
data Card
<|>
