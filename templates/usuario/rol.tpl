{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Dar un rol</h1>
<p class="lead">{{NOMBRE}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Agregue un rol a esta cuenta. La persona entra como siempre y elige con qué rol trabaja; si su cuenta la creó una ORH, deberá entrar con un enlace nuevo. Los roles de ORH son de una entidad; los de gestión, de regiones o entidades.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_ROL}}
{{>CAMPO_ENTIDAD}}
{{>CAMPO_REGIONES}}
{{>CAMPO_HASTA}}
{{>CAMPO_MOTIVO}}
<div class="acc"><button>Dar el rol</button> <a href="/usuario/{{USUARIO_ID}}/ficha">Cancelar</a></div>
</form>
