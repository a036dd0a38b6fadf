from communique.cli.main import main

main(prog_name="communique")
