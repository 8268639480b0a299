// completion(library): protocols behind `over`
process a
flow a -> a over Https<|>
