"""The converter in the browser and over HTTP; needs the extra ``service`` (FastAPI, uvicorn)."""
