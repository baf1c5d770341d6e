import Glibc
internal import NIOCore
internal import NIOSSL

/// The certificates of authorities that a server's certificate is checked against, instead of the system's.
///
/// The check itself cannot be switched off.
package struct TrustedCertificates: Sendable {
    let all: [NIOSSLCertificate]

    /// Why there are none, in a few words without a full stop.
    package struct Invalid: Error, Equatable {
        /// What is wrong with the file.
        package let cause: String
    }

    /// Reads a file of PEM certificates.
    package init(contentsOf path: String) throws(Invalid) {
        do {
            all = try NIOSSLCertificate.fromPEMFile(path)
        } catch {
            let isReadable = unsafe access(path, R_OK) == 0
            throw Invalid(
                cause: isReadable
                    ? "it is no file of PEM certificates" : IOError(errnoCode: errno, reason: path).plainDescription)
        }
        if all.isEmpty { throw Invalid(cause: "it holds no certificate") }
    }
}
