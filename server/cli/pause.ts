const never = new Int32Array(new SharedArrayBuffer(4))

/** Waits without work, for a pipe that is empty or full. */
export function pause(milliseconds: number): void {
  Atomics.wait(never, 0, 0, milliseconds)
}
