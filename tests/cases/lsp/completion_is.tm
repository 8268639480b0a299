// completion: types behind `is`
type Robot: process
threat A: Stride.Tampering "A" {
  on f: flow
  when f.target is Ro<|>
}
