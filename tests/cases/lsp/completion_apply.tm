// completion: controls that may stand here
control Wall: process "A wall"
control Lock: store "A lock"
store db { apply [L<|>] }
