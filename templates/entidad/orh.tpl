{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Invitar a la jefatura de la ORH</h1>
<p class="lead">{{ENTIDAD}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba los datos de quien dirige la oficina de recursos humanos. El portal le mostrará un enlace personal para que usted lo entregue; si hay correo, también se envía. Esa persona nombrará a sus analistas.</p></details>
{{#HAY_EQUIPO}}<div class="nota"><h2>Quiénes ya tienen acceso</h2>
<ul>
{{#EQUIPO}}<li>{{NOMBRE}}: {{ROL_NOMBRE}}{{#HAY_HASTA}} hasta el {{HASTA}}{{/HAY_HASTA}}{{#POR_ENTRAR}} (aún no entra). <a href="/usuario/{{USUARIO_ID}}/enlace">Generar otro enlace <span class="vh">para {{NOMBRE}}</span></a>{{/POR_ENTRAR}}</li>
{{/EQUIPO}}</ul></div>
{{/HAY_EQUIPO}}<form method="post" novalidate>
{{>CSRF}}
<div class="fila">{{>CAMPO_TIPO_DOCUMENTO}}{{>CAMPO_DOCUMENTO}}</div>
{{>CAMPO_NOMBRES}}
<div class="fila">{{>CAMPO_APELLIDO_PATERNO}}{{>CAMPO_APELLIDO_MATERNO}}</div>
{{>CAMPO_CORREO}}
<div class="acc"><button>Invitar y mostrar el enlace</button> <a href="/entidad/{{ENTIDAD_ID}}/ficha">Cancelar</a></div>
</form>
