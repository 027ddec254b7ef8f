{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Dar una cuenta</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Identifique a la persona por su documento y elija su primer rol. Si ya tiene cuenta, solo se le agrega el rol. Si es nueva, el portal le mostrará un enlace personal para entregárselo.</p></details>
<form method="post" novalidate>
{{>CSRF}}
<fieldset><legend><h2>Persona</h2></legend>
<div class="fila">{{>CAMPO_TIPO_DOCUMENTO}}{{>CAMPO_DOCUMENTO}}</div>
{{>CAMPO_NOMBRES}}
<div class="fila">{{>CAMPO_APELLIDO_PATERNO}}{{>CAMPO_APELLIDO_MATERNO}}</div>
{{>CAMPO_CORREO}}
</fieldset>
<fieldset><legend><h2>Qué podrá hacer</h2></legend>
{{>CAMPO_ROL}}
{{>CAMPO_ENTIDAD}}
{{>CAMPO_REGIONES}}
{{>CAMPO_HASTA}}
{{>CAMPO_MOTIVO}}
</fieldset>
<div class="acc"><button>Dar la cuenta y mostrar el enlace</button> <a href="/usuario/lista">Cancelar</a></div>
</form>
