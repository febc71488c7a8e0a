import { writeFileSync } from 'node:fs';
import path from 'node:path';

const body = '{"content":"Hello from the terminal"}';

/** What a start with the demo prints. Its parameters are curlLine's. */
export function howToSend(server, data) {
  return `To send a notification, paste this into another terminal:\n\n${curlLine(server, data)}\n`;
}

/**
 * The line that sends a notification, ready to paste into the platform's shells.
 * @param {{url: string, token: string}} server
 * @param {string} data a folder for the body's file: cmd and PowerShell agree on no way to write a quote within an
 *   argument, so on Windows the body comes from a file (and "curl" alone is another program in PowerShell)
 */
export function curlLine({ url, token }, data, platform = process.platform) {
  const address = `${url.replace(/\/$/, '')}/api/v1/notifications`;
  const headers = [`Authorization: Bearer ${token}`, 'Content-Type: application/json'];
  if (platform !== 'win32')
    return `curl ${headers.map((header) => `-H '${header}'`).join(' ')} -d '${body}' ${address}`;
  const file = path.join(data, 'hello.json');
  writeFileSync(file, body);
  return `curl.exe ${headers.map((header) => `-H "${header}"`).join(' ')} -d "@${file}" ${address}`;
}
