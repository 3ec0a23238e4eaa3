/**
 * The text of an autostart file for Linux desktops.
 * Source: Desktop Entry Specification 1.5, "The Exec key"; Desktop Application Autostart Specification 0.5.
 */
export function desktopEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Rolecall',
    'Comment=Collects job postings for your campaigns',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** An argument in double quotes: the shell's own characters escaped, then the file's; `%` begins a field code. */
function quoted(argument: string): string {
  const inQuotes = argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}"`
}
