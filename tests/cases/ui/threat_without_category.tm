// E0110: a threat without its category is told the form, and no type is made of the next word
threat Broken on api
process api
