"""The casebook: one encrypted folder that keeps everything, with who changed what and when.

:mod:`caseapp.store.opening` makes and opens one (``create``, ``open_with_passphrase``, ``open_with_key``);
:mod:`caseapp.store.casebook` has its two doors, ``read()`` and ``write()``. Nothing above this layer sees SQL; what
comes out are the frozen records of :mod:`caseapp.domain`. :mod:`caseapp.store.keys` is usable without loading SQLModel.
"""
