//! Controls on what comes in and what goes out.

/// Length, form and range of everything that comes in are checked against what is expected.
control InputValidation: process "Input validation" {
  strength = 70%
  input_validation = true
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "SOC-2 PI1.2",
    "CIS-8.1 16.10",
    "NIST-SSDF-1.1 PW.5.1"
  ]
  cost = 4_000 EUR
}

/// Values reach the database apart from the text of the query.
control ParameterizedQueries: process "Parameterised queries" {
  strength = 95%
  parameterized_queries = true
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "CIS-8.1 16.10",
    "NIST-SSDF-1.1 PW.5.1"
  ]
  cost = 2_000 EUR
}

/// What is written into a page, a command or a log is encoded for that place.
control OutputEncoding: process "Output encoding" {
  strength = 90%
  output_encoding = true
  satisfies = [
    "NIST-800-53 SI-15",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "CIS-8.1 16.10",
    "NIST-SSDF-1.1 PW.5.1"
  ]
  cost = 3_000 EUR
}

/// The page tells the browser where scripts may come from and who may frame it.
control ContentSecurityPolicy: process "Content security policy" {
  strength = 60%
  satisfies = ["NIST-800-53 SC-18", "PCI-DSS-4.0.1 6.4.3"]
  cost = 2_000 EUR
}

/// A filter in front of the application that refuses requests looking like known attacks.
control Waf: process "Web application firewall" {
  strength = 60%
  satisfies = ["PCI-DSS-4.0.1 6.4.2", "NIST-800-53 SC-7", "SOC-2 CC6.6", "CIS-8.1 13.10"]
  cost = 9_000 EUR
}

/// Addresses given by callers are followed only if they are on a list.
control UrlAllowList: process "Only listed addresses" {
  strength = 85%
  satisfies = ["NIST-800-53 SI-10", "NIST-800-53 AC-4"]
  cost = 1_500 EUR
}

/// Files from callers are renamed, limited, scanned, and kept where nothing runs them.
control UploadScreening: process "Uploads screened" {
  strength = 80%
  satisfies = ["NIST-800-53 SI-3", "ISO-27001 A.8.7", "SOC-2 CC6.8"]
  cost = 5_000 EUR
}

/// Names of files are resolved first, and refused when they lead out of their folder.
control PathConfinement: process "Paths confined" {
  strength = 90%
  satisfies = ["NIST-800-53 SI-10"]
  cost = 1_000 EUR
}

/// Only plain data formats with a fixed schema are read; no format that can name code or fetch other documents.
control SafeParsing: process "Safe parsers" {
  strength = 90%
  satisfies = ["NIST-800-53 SI-10", "ISO-27001 A.8.28"]
  cost = 2_000 EUR
}

/// The process runs with a file system, network and system calls cut down to what it needs.
control Sandbox: process "Sandbox" {
  strength = 60%
  reduces = Impact
  satisfies = ["NIST-800-53 SC-39"]
  cost = 4_000 EUR
}

/// What a language model says is treated as input from a stranger, and acts only with the rights of the one who asked.
control ModelGuardrails: process "Language model held in check" {
  strength = 50%
  satisfies = ["NIST-800-53 SI-15", "NIST-800-53 SI-10"]
  cost = 6_000 EUR
}
