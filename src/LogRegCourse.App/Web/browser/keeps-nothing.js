/** A store to read from only: what is done in somebody's copy of a lesson leaves the reader's own work as it is. */
export const keepsNothing = store => ({
  ...store,
  save: async () => null,
  keepEdit: async () => {},
  keepBeforeReset: async () => {},
  keepProgress: async () => false,
});
