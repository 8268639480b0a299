// rename(Level): a scale of the library is meant elsewhere by the new name
enum Mo<|>od { Good, Bad }
extend process { mood: Mood, height: Level }
