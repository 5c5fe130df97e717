"""Plans carried out: rationing, stores, breakdowns, the month's rhythm; and where the loss comes from."""
