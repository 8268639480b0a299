//! Public catalogues whose ids threats name in `references` and controls in `satisfies`.
//! Where the tables come from, and how they are renewed: `catalogs/README.md`.

/// Common Weakness Enumeration: weaknesses of software and hardware, and of the categories that only group them those that mappings and older reports name (such as CWE-16 and CWE-310). Ids that CWE itself advises against for naming causes are marked so.
catalog Cwe "CWE" {
  version = "4.19.1"
  ids = "CWE-#"
  table = "catalogs/cwe.tsv"
  url = "https://cwe.mitre.org/data/definitions/{1}.html"
}

/// Common Attack Pattern Enumeration and Classification: patterns of attack, with the weaknesses that they use.
catalog Capec "CAPEC" {
  version = "3.9"
  ids = "CAPEC-#"
  table = "catalogs/capec.tsv"
  url = "https://capec.mitre.org/data/definitions/{1}.html"
}

/// What attackers do: techniques, tactics and mitigations of the domains Enterprise, Mobile and ICS. Version 19 is there, too.
catalog Attack "ATT&CK" {
  version = "18.1"
  ids = ["T#", "T#.#", "TA#", "M#"]
  table = "catalogs/attack-{version}.tsv"
  url = "https://attack.mitre.org/{kind}/{path}/"
}

/// What attackers do to systems that learn.
catalog Atlas "ATLAS" {
  version = "5.6.0"
  ids = "AML.*"
  table = "catalogs/atlas.tsv"
  url = "https://atlas.mitre.org/{kind}/{id}"
}

/// Techniques of defence.
catalog D3fend "D3FEND" {
  version = "1.2.0"
  ids = "D3-*"
  table = "catalogs/d3fend.tsv"
  url = "https://d3fend.mitre.org/"
}

/// Attacks on Kubernetes clusters, arranged like ATT&CK.
catalog KubernetesMatrix "Threat Matrix for Kubernetes" {
  ids = ["MS-TA#", "MS-M#", "MS-M#.#"]
  table = "catalogs/kubernetes-threat-matrix.tsv"
  url = "https://microsoft.github.io/Threat-Matrix-for-Kubernetes/"
}

/// The risks of web applications, editions of 2021 and 2025.
catalog OwaspTop10 "OWASP Top 10" {
  version = "2021, 2025"
  ids = "A#:#"
  table = "catalogs/owasp-top10.tsv"
  url = "https://owasp.org/{page}"
}

/// The risks of programming interfaces.
catalog OwaspApi "OWASP API Security Top 10" {
  version = "2023"
  ids = "API#:#"
  table = "catalogs/owasp-api.tsv"
  url = "https://owasp.org/API-Security/editions/2023/en/0x11-t10/"
}

/// The risks of applications with language models.
catalog OwaspLlm "OWASP Top 10 for LLM applications" {
  version = "2025"
  ids = "LLM#:#"
  table = "catalogs/owasp-llm.tsv"
  url = "https://genai.owasp.org/llm-top-10/"
}

/// The risks of agents that act on their own.
catalog OwaspAgentic "OWASP Top 10 for agentic applications" {
  version = "2026"
  ids = "ASI#:#"
  table = "catalogs/owasp-agentic.tsv"
  url = "https://genai.owasp.org/"
}

/// The risks of build and delivery pipelines.
catalog OwaspCicd "OWASP Top 10 CI/CD security risks" {
  ids = "CICD-SEC-#"
  table = "catalogs/owasp-cicd.tsv"
  url = "https://owasp.org/www-project-top-10-ci-cd-security-risks/"
}

/// The risks of Kubernetes, editions of 2022 and 2025.
catalog OwaspKubernetes "OWASP Kubernetes Top 10" {
  version = "2022, 2025"
  ids = "K#:#"
  table = "catalogs/owasp-kubernetes.tsv"
  url = "https://owasp.org/www-project-kubernetes-top-ten/"
}

/// The risks of apps on phones.
catalog OwaspMobile "OWASP Mobile Top 10" {
  version = "2024"
  ids = "M#:#"
  table = "catalogs/owasp-mobile.tsv"
  url = "https://owasp.org/www-project-mobile-top-10/"
}

/// Requirements for applications. Titles are those of the sections.
catalog Asvs4 "OWASP ASVS" {
  version = "4.0.3"
  ids = "ASVS-4.0.3 *"
  table = "catalogs/asvs-4.0.3.tsv"
  url = "https://owasp.org/www-project-application-security-verification-standard/"
}

/// Requirements for applications. Titles are those of the sections.
catalog Asvs5 "OWASP ASVS" {
  version = "5.0.0"
  ids = "ASVS-5.0.0 *"
  table = "catalogs/asvs-5.0.0.tsv"
  url = "https://owasp.org/www-project-application-security-verification-standard/"
}

/// Requirements for apps on phones.
catalog Masvs "OWASP MASVS" {
  version = "2"
  ids = "MASVS-*"
  table = "catalogs/masvs.tsv"
  url = "https://mas.owasp.org/MASVS/controls/{id}/"
}

/// What systems do to the people whose data they handle: the cards of LINDDUN GO, and the categories.
catalog LinddunGo "LINDDUN GO" {
  version = "2023"
  ids = "LINDDUN *"
  table = "catalogs/linddun.tsv"
  url = "https://linddun.org/go/"
}

/// Controls for systems of the United States government, and which techniques of ATT&CK they stand against.
catalog Nist80053 "NIST SP 800-53" {
  version = "5"
  ids = "NIST-800-53 *"
  table = "catalogs/nist-800-53.tsv"
  url = "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final"
}

/// Controls for contractors of the United States government.
catalog Nist800171 "NIST SP 800-171" {
  version = "3"
  ids = "NIST-800-171 *"
  table = "catalogs/nist-800-171.tsv"
  url = "https://csrc.nist.gov/pubs/sp/800/171/r3/final"
  parts = "."
}

/// Outcomes that an organisation works towards.
catalog NistCsf "NIST Cybersecurity Framework" {
  version = "2.0"
  ids = "NIST-CSF-2.0 *"
  table = "catalogs/nist-csf-2.0.tsv"
  url = "https://www.nist.gov/cyberframework"
}

/// Practices of secure development.
catalog NistSsdf "NIST Secure Software Development Framework" {
  version = "1.1"
  ids = "NIST-SSDF-1.1 *"
  table = "catalogs/nist-ssdf-1.1.tsv"
  url = "https://csrc.nist.gov/pubs/sp/800/218/final"
}

/// Requirements for those who store, handle or pass on data of payment cards. Labels in our own words.
catalog PciDss "PCI DSS" {
  version = "4.0.1"
  ids = "PCI-DSS-4.0.1 *"
  table = "catalogs/pci-dss-4.0.1.tsv"
  url = "https://www.pcisecuritystandards.org/document_library/"
}

/// The security, breach and privacy rules of 45 CFR 164 for health data in the United States.
catalog Hipaa "HIPAA" {
  ids = "HIPAA #.#*"
  table = "catalogs/hipaa.tsv"
  url = "https://www.ecfr.gov/current/title-45/section-{1}.{2}"
  parts = "("
}

/// The articles of the General Data Protection Regulation.
catalog Gdpr "GDPR" {
  ids = "GDPR Art.#*"
  table = "catalogs/gdpr.tsv"
  url = "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#art_{1}"
  parts = "("
}

/// The controls of Annex A. Labels in our own words.
catalog Iso27001 "ISO/IEC 27001, Annex A" {
  version = "2022"
  ids = "ISO-27001 *"
  table = "catalogs/iso-27001.tsv"
  url = "https://www.iso.org/standard/27001"
}

/// The trust services criteria. Labels in our own words.
catalog Soc2 "SOC 2" {
  version = "2017, points of focus of 2022"
  ids = "SOC-2 *"
  table = "catalogs/soc-2.tsv"
}

/// Controls and safeguards of the Center for Internet Security: ids only.
catalog Cis "CIS Controls" {
  version = "8.1"
  ids = "CIS-8.1 *"
  table = "catalogs/cis-8.1.tsv"
  url = "https://www.cisecurity.org/controls/v8-1"
}

/// Vulnerabilities of products. There is no table: any id of the form is taken.
catalog Cve "CVE" {
  ids = "CVE-#-#"
  url = "https://www.cve.org/CVERecord?id={id}"
}

/// Advisories about packages. There is no table: any id of the form is taken.
catalog Ghsa "GitHub security advisories" {
  ids = "GHSA-*"
  url = "https://github.com/advisories/{id}"
}

/// Documents of the Internet Engineering Task Force. There is no table: any id of the form is taken.
catalog Rfc "RFC" {
  ids = ["RFC #", "RFC # *"]
  url = "https://www.rfc-editor.org/rfc/rfc{1}"
}

/// Regulations and directives of the European Union, by their numbers. There is no table: any id of the form is taken.
catalog EuLaw "Law of the European Union" {
  ids = ["EU-#/#", "EU-#/# *"]
}
