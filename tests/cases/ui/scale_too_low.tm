// E0504: a scale that ends below the whole
scale Size { Small = 30%, Medium = 60%, Large = 90% }
