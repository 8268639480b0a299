// E0304: a bare level is one of the scales of the matrix that the model states
scale Chance { Low = 10%, High = 100% }
scale Harm { Low = 10%, High = 100% }
scale Danger { Low = 10%, High = 100% }
matrix Small: Chance Harm -> Danger {
  Low  | Low Low
  High | Low High
}
model m { matrix = Small, appetite = Danger.Low }
process api
threat Flood: Stride.DenialOfService "Too many requests" { on api, likelihood = High, impact = Moderate }
