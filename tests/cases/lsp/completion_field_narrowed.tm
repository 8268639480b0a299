// completion: after a test of its type
type Robot: process { awake: Bool }
threat A: Stride.Tampering "A" {
  on f: flow
  when f.target is Robot and f.target.aw<|>
}
