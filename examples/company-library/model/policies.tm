//! Rules of this model, beside those of the house.

policy PointsAreCounted "Points are stored by the points service alone" {
  forbid f: flow when f.target is SqlDatabase and Points in f.sends and f.source != points_api
}

policy LettersOnlyYearly "The mailing house learns no points" {
  forbid f: flow when f.target.external and Points in f.sends
}
