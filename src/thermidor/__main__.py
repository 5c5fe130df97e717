"""``python -m thermidor`` does what the command ``thermidor`` does."""

from thermidor.cli import main

if __name__ == "__main__":
    main()
