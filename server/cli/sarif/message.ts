/** A text as a plain text message; braces are doubled, since single ones stand for arguments (SARIF 2.1.0, 3.11.5). */
export function message(text: string): { readonly text: string } {
  return { text: text.replace(/[{}]/g, '$&$&') }
}
