"""De stappen waarin de database ontstond; elke stap brengt een oudere database verder."""
