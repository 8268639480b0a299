// completion: what begins a statement at the top of a file
process a
<|>
