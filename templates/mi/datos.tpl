{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Mi correo y mi celular</h1>
<p class="lead">{{NOMBRE}}, {{DOCUMENTO}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Corrija aquí su correo de contacto y su celular: su oficina de recursos humanos verá el cambio. Si su nombre, documento o puesto están mal, pídale a ella que los corrija. El correo con que recupera su contraseña se cambia en «Mi cuenta».</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_CORREO}}
{{>CAMPO_CELULAR}}
<div class="acc"><button>Guardar</button> <a href="/mi/inicio">Cancelar</a></div>
</form>
