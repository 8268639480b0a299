//! The elements of Microsoft's Threat Modeling Tool: programs, people and systems outside, stores.
//! An attribute that nobody set has the first value of its list there, so properties have defaults here.

/// An answer that may be left open on the drawing.
enum Answer {
  NotSelected "Not selected"
  No "No"
  Yes "Yes"
}

/// Who looks after the memory of a program.
enum CodeType {
  NotSelectedCode "Not selected"
  Managed "Managed: a runtime watches over its memory"
  Unmanaged "Unmanaged: the program itself does"
}

/// Whether something outside proves who it is.
enum SelfProof {
  NotApplicable "Not applicable"
  NotProven "It does not"
  Proven "It does"
}

/// Anything that runs (`GE.P`).
type GenericProcess: process "Generic process" {
  icon = "worker"
  /// Who looks after its memory.
  code_type: CodeType = NotSelectedCode
  /// It checks, or has checked, who the other side is.
  authentication_scheme: Bool = false
  /// It decides with code of its own who may do what.
  custom_authorization: Bool = false
  /// It speaks a protocol that its makers designed.
  custom_protocol: Bool = false
  /// What comes in is cleaned before it is used.
  sanitizes_input: Answer = NotSelected
  /// What goes out is cleaned for the place where it is shown.
  sanitizes_output: Answer = NotSelected
}

/// A process of the operating system.
type OsProcess: GenericProcess "OS process"

/// A thread of a process.
type OsThread: GenericProcess "Thread"

/// A thread of the kernel.
type KernelThread: GenericProcess "Kernel thread" { code_type = Unmanaged }

/// A program compiled for the machine itself.
type NativeApplication: GenericProcess "Native application" { code_type = Unmanaged }

/// A program that a runtime such as .NET executes.
type ManagedApplication: GenericProcess "Managed application" { code_type = Managed }

/// A client program with logic of its own.
type ThickClient: GenericProcess "Thick client" { icon = "laptop", code_type = Unmanaged }

/// A client in a browser.
type BrowserClient: GenericProcess "Browser client" { icon = "browser", code_type = Unmanaged }

/// An extension of a browser.
type BrowserPlugIn: GenericProcess "Browser plug-in" { icon = "plug" }

/// Serves pages.
type WebServerProcess: GenericProcess "Web server" { icon = "server", code_type = Managed }

/// A packaged app from the store of Windows.
type StoreApp: GenericProcess "Windows Store app" {
  icon = "apps"
  code_type = Managed
  /// It may open connections to the internet and take them.
  internet_client_server: Answer = NotSelected
  /// It may open connections to the internet.
  internet_client: Answer = NotSelected
}

/// A service of Windows.
type Win32Service: GenericProcess "Win32 service" { code_type = Unmanaged }

/// An application made of pages.
type WebApplicationProcess: GenericProcess "Web application" { icon = "web", code_type = Unmanaged }

/// A service for other programs over the web.
type WebServiceProcess: GenericProcess "Web service" { icon = "api", code_type = Unmanaged }

/// A machine made of software.
type VirtualMachine: GenericProcess "Virtual machine" { icon = "server" }

/// A program on a system that is not Microsoft's.
type ForeignOsApplication: GenericProcess "Application on another operating system"

/// Someone or something outside that takes part (`GE.EI`).
type ExternalInteractor: actor "External interactor" {
  icon = "people"
  /// Whether it proves who it is.
  authenticates_itself: SelfProof = NotApplicable
  /// It is run by Microsoft.
  run_by_microsoft: Bool = false
}

/// A browser outside of what is drawn in detail.
type ExternalBrowser: ExternalInteractor "Browser" { icon = "browser" }

/// Vouches for people.
type AuthorizationProvider: ExternalInteractor "Authorization provider" { icon = "identity" }

/// Someone else's application made of pages.
type ExternalWebApplication: ExternalInteractor "External web application" { icon = "web" }

/// Someone else's service for programs.
type ExternalWebService: ExternalInteractor "External web service" { icon = "api" }

/// A person.
type HumanUser: ExternalInteractor "Human user" { icon = "person" }

/// One of the very large public services.
type Megaservice: ExternalInteractor "Megaservice"

/// The runtime of packaged apps.
type WindowsRuntime: ExternalInteractor "Windows runtime" { authenticates_itself = NotApplicable }

/// The runtime of .NET.
type DotNetRuntime: ExternalInteractor ".NET runtime" { authenticates_itself = NotApplicable }

/// The runtime of Windows RT.
type WindowsRtRuntime: ExternalInteractor "Windows RT runtime" {
  authenticates_itself = NotApplicable
}

/// Any place where data rests (`GE.DS`).
type GenericDataStore: store "Generic data store" {
  icon = "database"
  /// What proves identity is kept here.
  stores_credentials: Bool = false
  /// What programs record about their doings is kept here.
  stores_log_data: Bool = false
}

/// Storage rented in a cloud.
type CloudStorage: GenericDataStore "Cloud storage" { icon = "cloud" }

/// Tables and SQL.
type SqlStore: GenericDataStore "SQL database" { icon = "database" }

/// Documents, keys or graphs.
type NonRelationalStore: GenericDataStore "Non-relational database" { icon = "table" }

/// Files in folders.
type FileSystem: GenericDataStore "File system" { icon = "folder" }

/// A part of the registry of Windows.
type RegistryHive: GenericDataStore "Registry hive" { icon = "table" }

/// A file with settings.
type ConfigurationFile: GenericDataStore "Configuration file" { icon = "file" }

/// Copies kept for speed.
type CacheStore: GenericDataStore "Cache" { icon = "cache" }

/// What a page keeps in the browser.
type Html5Storage: GenericDataStore "HTML5 local storage" { icon = "browser" }

/// Cookies in the browser.
type CookieStore: GenericDataStore "Cookies" { icon = "file" }

/// A device that keeps data.
type DeviceStore: GenericDataStore "Device" { icon = "device" }
