// E0504: an enum without values
enum Colour { }
