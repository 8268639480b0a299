// actions: what a value brings along that nobody sees now is said, surely and perhaps
process <|>front: Door
enum Lock { Nothing, Key, Guard }
type Door: process { lock: Lock, lit: Bool }
threat Open: Stride.Spoofing "Anybody comes in" {
  on d: Door
  when d.lock == Nothing
  likelihood = High
  impact = High
}
threat Lost: Stride.Spoofing "The key is lost" {
  on d: Door
  when known(d.lock) and d.lock == Key
  likelihood = Low
  impact = Low
}
threat Bribed: Stride.Spoofing "The guard is paid" {
  on d: Door
  when known(d.lock) and d.lock == Guard and d.lit
  likelihood = Low
  impact = Low
}
