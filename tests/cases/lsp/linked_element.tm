// linked: elements are known elsewhere, too; for them there is renaming
process <|>api
flow api -> api
