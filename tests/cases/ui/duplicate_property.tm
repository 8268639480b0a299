// E0308: a property that is there already
type Sized: process { size: Int }
extend process { size: Int }
