/// A complete HTTP answer.
package func answer(_ status: String, _ body: String, _ headers: String...) -> String {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
}
