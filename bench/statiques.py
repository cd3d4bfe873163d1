from insertion.statiques import Statiques


class SansCompression(Statiques):
    def compress_files(self, paths):
        return ()
