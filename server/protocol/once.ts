/** A function that works its answer out when it is first asked, not when its module is loaded, and knows it from then on. */
export function once<Found>(find: () => Found): () => Found {
  let known: { readonly found: Found } | undefined
  return () => {
    known ??= { found: find() }
    return known.found
  }
}
