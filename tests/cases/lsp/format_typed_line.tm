// format typed(n): the line that was left
process   c
process   a{internet_facing}
<|>
process   d
