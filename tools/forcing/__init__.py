"""Make the tables of forcings, recorded policy and recorded economy; run by hand, results are committed."""
