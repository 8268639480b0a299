// E0310: a price compared with a share
extend process { price: Money, share: Percent }
policy P "Price" { forbid p: process when p.price > p.share }
