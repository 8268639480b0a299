// E0306: bases of different kinds
type Hybrid: process + store "Hybrid"
