// actions: a name that does not follow the convention is renamed, wherever it stands
process <|>Bad_Name
store db
flow Bad_Name -> db
