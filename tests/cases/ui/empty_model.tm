// W0404: a model without elements
model shop "Shop" { owner = "shop@example.org" }
