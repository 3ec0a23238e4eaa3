/** A mail as it is sent. */
export interface Mail {
  /** With angle brackets; the same at every try. */
  messageId: string
  /** ISO 8601. */
  date: string
  subject: string
  text: string
  html: string
}

/** Milliseconds: until there is a connection, until the greeting, of silence, and of everything together. */
export interface MailTimeouts {
  connection: number
  greeting: number
  socket: number
  total: number
}
