/** What a call may do: what compiled code must undo before it and forget after it. */
export type Effects =
  /** Depends on its arguments only, changes nothing, runs no Python; may raise. */
  | 'pure'
  /** Reads any object, changes nothing, runs no Python; may raise. */
  | 'read'
  /**
   * May change any object, but runs no Python, breaks no assumption, and puts no key into a table whose class
   * defines equality.
   */
  | 'write'
  /** Changes only state that nothing else sees (a generator of random numbers); must not be repeated. */
  | 'hidden'
  /** May run Python: anything may happen. */
  | 'python'
  /** May run Python and looks at the running frame, which a trace does not have. */
  | 'frame';
