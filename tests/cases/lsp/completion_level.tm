// completion(library): levels in their order
data Order { confidentiality = Mo<|>
}
