"""Pure bargaining on arrays: packages, worths, concession, the other side's wants, the frontier."""
