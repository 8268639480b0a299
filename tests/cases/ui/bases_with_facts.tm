// E0306: bases whose facts contradict each other
type Both: Http + Https "Both"
