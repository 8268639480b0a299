//! Injection: input that is read as something else than data.

/// A caller's value becomes part of the text of a query, and the database runs what the caller wrote: it reads other people's rows, changes them, or deletes the table.
threat SqlInjection: Stride.Tampering "Input becomes part of an SQL query" {
  on p: process
  when p is not ReadyMade and not p.parameterized_queries
  when p is not Relay
  when exists s in stores_used(p) where (s is SqlDatabase)
    or exists s in stores_used_behind(p) where (s is SqlDatabase)
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [
    ParameterizedQueries,
    InputValidation(strength = 40%),
    Waf,
    Waf(on = p.inflows.source),
    LeastPrivilege,
    CodeReview
  ]
  references = ["CWE-89", "CAPEC-66", "T1190", "A03:2021", "A05:2025"]
  message = "What comes to {p} from outside may end up inside SQL queries."
  detection = "Search the code for queries put together from strings; send a single quote in each field and parameter, also in those used for sorting and in headers."
  false_positives = "All access goes through a layer that binds values, and a check in the build refuses raw queries."
  remedy = "Bind values instead of pasting them, take names of columns from a fixed list, and use an account with few rights."
  fix "Values are bound, never pasted" { p.parameterized_queries = true }
}

/// A caller sends an object where a value was expected, and the document store reads it as an operator: every password matches, every record is returned.
threat NoSqlInjection: Stride.Tampering "Input becomes part of a document query" {
  on p: process
  when p is not ReadyMade and not p.input_validation
  when p is not Relay
  when exists s in stores_used(p) where (s is DocumentStore or s is SearchIndex)
    or exists s in stores_used_behind(p) where (s is DocumentStore or s is SearchIndex)
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [InputValidation, Waf(strength = 40%), CodeReview]
  references = ["CWE-943", "CAPEC-676", "T1190", "A03:2021", "A05:2025"]
  message = "What comes to {p} from outside may end up inside queries of a document store."
  detection = "Replace a text in a JSON body by an object with an operator of the store's query language, and compare the answers."
  false_positives = "Bodies are read into types that cannot hold an object in that place."
  remedy = "Read bodies into fixed types and refuse objects where a value is expected."
  fix "Input is validated" { p.input_validation = true }
}

/// What one user wrote is shown to another as part of the page, script and all.
/// The script acts with the reader's login: it reads, orders, changes the password.
threat CrossSiteScripting: Stride.Tampering "Input becomes part of a page" {
  on p: WebApp
  when p is not ReadyMade and not p.output_encoding
  when spoken_to(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = Moderate
  mitigated_by = [
    OutputEncoding,
    ContentSecurityPolicy,
    InputValidation(strength = 30%),
    Waf(strength = 40%)
  ]
  references = ["CWE-79", "CAPEC-63", "CAPEC-592", "T1059.007", "T1189", "A03:2021", "A05:2025"]
  message = "What people send may end up in pages of {p} as code."
  detection = "Put a harmless tag with an event handler into every field, file name and header that is shown somewhere; open the page as another user."
  false_positives = "Pages come from a template engine that encodes by default, and a lint forbids switching that off."
  remedy = "Let the template engine encode for the place, clean markup where it is wanted, and add a content security policy."
  fix "Output is encoded" { p.output_encoding = true }
}

/// A value from a caller lands in a command line, and a few characters turn it into a second command.
threat CommandInjection: Stride.ElevationOfPrivilege "Input becomes part of a command" {
  on p: RunsCommands
  when p is not ReadyMade or known(p.input_validation)
  when not p.input_validation
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = VeryHigh
  mitigated_by = [InputValidation, Sandbox, LeastPrivilege, Waf(strength = 30%)]
  references = ["CWE-78", "CAPEC-88", "T1059", "A03:2021", "A05:2025"]
  message = "What comes to {p} from outside may end up in commands."
  detection = "Look for calls that pass one string to a shell; send a value with a separator and a command that waits ten seconds."
  false_positives = "Arguments are handed over as a list without a shell, and none can be read as an option."
  remedy = "Call a library instead of a program, or hand over a list of arguments without a shell and none that can be read as an option."
  fix "Input is validated" { p.input_validation = true }
}

/// A caller's text is read as template code and runs on the server.
threat TemplateInjection: Stride.ElevationOfPrivilege "Input is run as a template" {
  on p: RendersTemplates
  when p is not ReadyMade or known(p.templates_fixed)
  when not p.templates_fixed
  when given_from_outside(p)
  likelihood = Moderate
  impact = High
  mitigated_by = [FixedTemplates, Sandbox, InputValidation, CodeReview]
  references = ["CWE-1336", "CAPEC-242", "T1190", "A03:2021", "A05:2025"]
  message = "{p} may run what comes from outside as part of a template."
  detection = "Send an expression of the template language that multiplies two numbers; look for the product in page, mail and PDF."
  false_positives = "Input only ever fills variables of fixed templates and never becomes part of one."
  remedy = "Keep templates fixed and fill in values; where people edit templates, use an engine without code."
  fix "Templates are fixed" { p.templates_fixed = true }
}

/// One of them ends at a language model.
fn lead_to_model(flows: [flow]) = exists f in flows where (f.target is LanguageModel)

/// The program has a language model work, perhaps through a relay in front of it. A relay has nothing of its own to ask, unless people talk to the model through it alone.
fn has_model_work(p: process) = (lead_to_model(p.outflows) or lead_to_model(ways_out(p)))
  and (p is not Relay or exists f in p.inflows where (f.source is actor))

/// A text that the language model reads, a page, a mail, a document, contains orders, and the model follows them with the rights of whoever asked.
threat PromptInjection: Stride.ElevationOfPrivilege "Input gives orders to a language model" {
  on p: process
  when not known(p.orders_contained) and p.controls has ModelGuardrails or not p.orders_contained
  when has_model_work(p)
  when given_from_outside(p)
    or exists f in p.inflows
      where (f.source is process and exists g in f.source.inflows where (exposed(g)))
  likelihood = High
  impact = Moderate
  mitigated_by = [ContainedOrders, ModelGuardrails, LeastPrivilege, Sandbox(strength = 40%)]
  references = ["CWE-1427", "CAPEC-242", "AML.T0051", "LLM01:2025", "ASI01:2026"]
  message = "By way of {p}, what others wrote reaches a language model, which may do as it is told there."
  detection = "Put a sentence that orders an unusual answer into each source the model reads; then one that orders a call of a tool."
  false_positives = "The model's answer is only shown to the person who wrote the text, and it has no tools."
  remedy = "Give the model no right that the writer of the text does not have, let a person confirm acts, and check what it says like input."
  fix "Orders in texts lead nowhere" { p.orders_contained = true }
}

/// Line breaks and control characters in a value forge entries of the log, or attack the tool that shows it.
threat LogInjection: Stride.Repudiation "Input forges log entries" {
  on p: process
  when p is not ReadyMade and not p.output_encoding
  when p is not Relay or known(p.output_encoding) // a proxy is the work of others, whose log encodes what it writes
  when exists s in stores_used(p) where (s is LogStore)
    or exists s in stores_used_behind(p) where (s is LogStore)
  when given_from_outside(p)
  likelihood = Moderate
  impact = Low
  mitigated_by = [OutputEncoding, InputValidation(strength = 50%)]
  references = ["CWE-117", "CAPEC-93", "T1565.001", "A09:2021", "A09:2025"]
  message = "What comes to {p} from outside may end up in a log as lines of its own."
  detection = "Log in with a name that contains a line break and a well-formed log line; look at the log as its readers do."
  false_positives = "Entries are structured records whose fields a serializer writes."
  remedy = "Write structured entries through a library that encodes each field."
  fix "Output is encoded" { p.output_encoding = true }
}
