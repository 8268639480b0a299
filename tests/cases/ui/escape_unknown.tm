// E0114: a backslash before something that is no escape
process api "C:\data"
