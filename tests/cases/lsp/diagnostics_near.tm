// diagnostics: a near name of a package that is not in use
store <|>x: TimeSeries
store y: TimeSeriesDatabse
process z: WebServise
