//! Flows and boundaries of Microsoft's Threat Modeling Tool, and the words that its filters are made of.

/// What a receiver demands so that another site cannot forge a request.
enum ForgeryProtection {
  NotSelectedProtection "Not selected"
  AntiForgeryToken "A token checked by the framework"
  ViewStateUserKey "A view state bound to the user"
  Nonce "A number used once"
  DynamicCanary "Another secret that changes"
  StaticHeader "A fixed header that pages cannot set"
  OtherProtection "Something else"
  NoProtection "None"
  ChangesNothing "Not needed: the request changes nothing"
}

/// Any conversation (`GE.DF`).
type DataFlow: flow "Generic data flow" {
  /// The receiver has proof of the sender.
  authenticates_source: Answer = NotSelected
  /// The sender has proof of the receiver.
  authenticates_destination: Bool = false
  /// Nobody between them can read it.
  provides_confidentiality: Bool = false
  /// Nobody between them can change it unnoticed.
  provides_integrity: Bool = false
  /// It carries XML.
  carries_xml: Bool = false
  /// It carries JSON.
  carries_json: Bool = false
  /// What stops forged requests.
  forgery_protection: ForgeryProtection = NotSelectedProtection
  /// It is not looked at: no threat is derived for it.
  out_of_scope: Bool
  /// Boundaries drawn as lines that it crosses, and boxes that overlap others without lying in them.
  /// Boundaries written around elements need no mention.
  crosses: [boundary]
}

/// Web traffic in clear text.
type HttpFlow: DataFlow "HTTP" {
  authenticates_source = No
  authenticates_destination = false
  provides_confidentiality = false
  provides_integrity = false
}

/// Web traffic over TLS.
type HttpsFlow: DataFlow "HTTPS" {
  authenticates_destination = true
  provides_confidentiality = true
  provides_integrity = true
}

/// Bytes without a format that others know.
type BinaryFlow: DataFlow "Binary"

/// Packets protected by IPsec.
type IpsecFlow: DataFlow "IPsec" {
  authenticates_source = Yes
  authenticates_destination = true
  provides_confidentiality = true
  provides_integrity = true
}

/// A named pipe.
type NamedPipe: DataFlow "Named pipe"

/// A file share of Windows.
type SmbFlow: DataFlow "SMB"

/// Remote calls of Windows.
type RpcFlow: DataFlow "RPC or DCOM"

/// Local calls of Windows.
type AlpcFlow: DataFlow "ALPC"

/// Datagrams.
type UdpFlow: DataFlow "UDP"

/// Requests to a driver.
type IoctlFlow: DataFlow "IOCTL interface"

/// A boundary drawn as a line (`GE.TB.L`).
type LineBoundary: boundary "Trust line boundary"

/// Between us and the internet.
type InternetLine: LineBoundary "Internet boundary" { icon = "internet" }

/// Between machines.
type MachineLine: LineBoundary "Machine boundary" { icon = "server" }

/// Between programs of users and the kernel.
type KernelLine: LineBoundary "User mode and kernel mode"

/// Around a packaged app.
type AppContainerLine: LineBoundary "App container boundary"

/// A boundary drawn as a box (`GE.TB.B`).
type BorderBoundary: boundary "Trust border boundary"

/// The network of the company.
type CorporateBorder: BorderBoundary "Corporate network" { icon = "building" }

/// A sandbox.
type SandboxBorder: BorderBoundary "Sandbox" { icon = "area" }

/// The zones of Internet Explorer.
type InternetExplorerBorder: BorderBoundary "Internet Explorer" { icon = "browser" }

/// The zones of other browsers.
type OtherBrowserBorder: BorderBoundary "Other browsers" { icon = "browser" }

/// It is not set aside.
fn in_scope(f: DataFlow) = not (known(f.out_of_scope) and f.out_of_scope)

/// It leaves or enters a boundary of either sort, written around elements or named by the flow.
fn crosses_trust(f: DataFlow) = (exists b in f.entered
    where (b is LineBoundary or b is BorderBoundary))
  or (exists b in f.left where (b is LineBoundary or b is BorderBoundary))
  or (known(f.crosses) and exists b in f.crosses where (b is LineBoundary or b is BorderBoundary))

/// It crosses from one machine to another.
fn crosses_machine(f: DataFlow) = (exists b in f.entered where (b is MachineLine))
  or (exists b in f.left where (b is MachineLine))
  or (known(f.crosses) and exists b in f.crosses where (b is MachineLine))

/// A boundary that a forged request from a page does not get across.
fn crosses_beyond_pages(f: DataFlow) = exists b in f.entered
    where (b is MachineLine
      or b is KernelLine
      or b is AppContainerLine
      or b is CorporateBorder
      or b is SandboxBorder)
  or exists b in f.left
    where (b is MachineLine
      or b is KernelLine
      or b is AppContainerLine
      or b is CorporateBorder
      or b is SandboxBorder)
  or (known(f.crosses)
    and exists b in f.crosses
      where (b is MachineLine
        or b is KernelLine
        or b is AppContainerLine
        or b is CorporateBorder
        or b is SandboxBorder))

/// Neither to be read nor to be changed on the way.
fn sealed(f: DataFlow) = f.provides_confidentiality and f.provides_integrity

/// It is sent from a place that anyone can be in.
fn from_anywhere(f: DataFlow) = known(f.source.trust) and f.source.trust == Untrusted

/// As bad as the worst secret that travels, where that is written.
fn worst_read(f: DataFlow) = if known(f.data) and count(f.data) >= 1
    then max(f.data.confidentiality)
  else Moderate

/// As bad as the data whose correctness matters most, where that is written.
fn worst_change(f: DataFlow) = if known(f.data) and count(f.data) >= 1 then max(f.data.integrity)
  else Moderate

/// As bad as the data that is needed most, where that is written.
fn worst_loss(f: DataFlow) = if known(f.data) and count(f.data) >= 1 then max(f.data.availability)
  else Moderate
