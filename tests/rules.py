"""The newsroom's rules written out by hand, for a managing editor to read; the program is held against them."""

from itertools import product

from articles.models import Standing
from articles.policy import Role

STANDINGS = dict(zip("DIRSPEWTX", Standing, strict=True))

# role: what they may do to their own story, then to another's. D draft, I in review, R ready, S scheduled, P published,
# E expired, W withdrawn, T in the bin, X erased.
MATRIX = """
                   Phóng viên         Biên tập viên      Thư ký tòa soạn       Tổng biên tập         quản trị
view               DIRSPET   P        DIRSPET  DIRSPET   DIRSPET   DIRSPET     DIRSPEWT  DIRSPEWT    DIRSPEWT  DIRSPEWT
read_history       DIRSPET   -        DIRSPET  DIRSPET   DIRSPET   DIRSPET     DIRSPEWTX DIRSPEWTX   DIRSPEWTX DIRSPEWTX
read_record        DIRSPEWT  -        DIRSPEWT DIRSPEWT  DIRSPEWTX DIRSPEWTX   DIRSPEWTX DIRSPEWTX   DIRSPEWTX DIRSPEWTX
edit               D         -        DIR      DIR       DIRSPE    DIRSPE      DIRSPE    DIRSPE      DIRSPE    DIRSPE
schedule           -         -        -        -         DIRSPE    DIRSPE      DIRSPE    DIRSPE      DIRSPE    DIRSPE
submit             D         -        D        D         D         D           D         D           D         D
return_to_writer   -         -        -        I         IR        IR          IRW       IRW         IRW       IRW
approve            -         -        -        I         -         I           -         I           -         I
publish            -         -        -        -         R         R           R         R           R         R
publish_urgently   -         -        -        -         DIR       DIR         DIR       DIR         DIR       DIR
unschedule         -         -        -        -         S         S           S         S           S         S
review_after       -         -        -        -         -         PE          -         PE          -         PE
withdraw           -         -        -        -         SPE       SPE         SPE       SPE         SPE       SPE
correct            -         -        -        -         PEW       PEW         PEW       PEW         PEW       PEW
trash              D         -        DI       DI        DIR       DIR         DIR       DIR         DIR       DIR
untrash            T         -        T        T         T         T           T         T           T         T
erase              -         -        -        -         -         -           T         T           T         T
invite_preview     -         -        DIR      DIR       DIRS      DIRS        DIRS      DIRS        DIRS      DIRS
announce           -         -        -        -         DIRSPE    DIRSPE      DIRSPE    DIRSPE      DIRSPE    DIRSPE
invite_sign_off    DIR       -        DIR      DIR       DIRSPE    DIRSPE      DIRSPE    DIRSPE      DIRSPE    DIRSPE
revoke_sign_off    DIRSPET   -        DIRSPET  DIRSPET   DIRSPET   DIRSPET     DIRSPEWT  DIRSPEWT    DIRSPEWT  DIRSPEWT
override_sign_off  -         -        -        -         DIR       DIR         DIR       DIR         DIR       DIR
"""
WHO = (*Role, "superuser")


def table():
    """Yield (action, who, own, letters) of every cell."""
    for line in MATRIX.strip().splitlines()[1:]:
        action, *cells = line.split()
        assert len(cells) == 2 * len(WHO), line
        for (who, own), letters in zip(product(WHO, (True, False)), cells, strict=True):
            yield action, who, own, letters.strip("-")


CELLS = list(table())


def allowed(action, who, standing, own):
    """Whether the table lets this role (one of WHO) do this to a story, its own or another's, that stands so."""
    return any(
        standing in {STANDINGS[letter] for letter in letters}
        for of, role, whose, letters in CELLS
        if (of, role, whose) == (action, who, own)
    )
