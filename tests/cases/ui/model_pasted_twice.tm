// E0205: a model pasted twice is one mistake for each name, and no second model besides.
model shop "Shop"
actor buyer
model shop "Shop"
actor buyer
