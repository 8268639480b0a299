// completion: protocols behind `over`
process a
flow a -> a over Ht<|>
