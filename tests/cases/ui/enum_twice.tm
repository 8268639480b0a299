// E0205: a value that is there twice
enum Colour { Red, Green, Red }
